"""What tills and orders tell, added up for reports, behind the back of those who take it in."""
