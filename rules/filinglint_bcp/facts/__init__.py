"""What a BCP summary discloses, and how its words are read."""
