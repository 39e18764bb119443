"""What can be stated: predicates and the linear equations that they mean."""
