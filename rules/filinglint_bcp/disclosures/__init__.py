"""What a summary must or should disclose about a disruption and the recovery."""
