"""What the program runs on: processors, time, memory, files."""
