"""How customers reach the firm, and whether what is given works."""
