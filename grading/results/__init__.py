"""What comes of it: the gradebook, pages, reports and tables."""
