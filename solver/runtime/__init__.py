"""What any part needs of the machine it runs on."""
