"""The reader of statements in words, as contest papers print them and as they can be said tersely."""
