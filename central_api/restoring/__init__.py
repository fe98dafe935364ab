"""What has to be done after the database was put back from a backup."""
