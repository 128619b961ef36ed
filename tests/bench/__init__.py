"""What the work costs, in processor time: printed by `make bench`, never a test."""
