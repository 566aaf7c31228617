"""How a summary is kept: caution, copies, dates, rules, and what is not for the public."""
