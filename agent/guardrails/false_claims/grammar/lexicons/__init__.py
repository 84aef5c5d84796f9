"""The words of which statements about deeds are made, a file a language: words and phrases by the parts they are.
An asterisk stands for any ending."""
