"""Chinese: its words (`lexicon`), how a text is cut into them (`words`), and its sentences (`grammar`)."""
