"""Rules about exhibits: the index, what is attached, numbers, labels, hyperlinks."""
