"""Rules about dates: when reports are due, and days that cannot be."""
