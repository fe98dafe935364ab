"""What `make bench` runs: each figure beside the raw limit of the same machine in the same run."""
