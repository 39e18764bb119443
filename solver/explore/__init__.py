"""What can be said of a figure: facts that follow from a statement, without a goal."""
