"""One store for what is known: the collection, solved problems and generated theorems, and queries by all that is known of them."""
