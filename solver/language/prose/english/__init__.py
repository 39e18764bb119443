"""English: its words (`lexicon`) and its sentences (`grammar`)."""
