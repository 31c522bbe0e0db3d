"""Cut excerpts: pictures copied where they can be, sound exact to the sample."""
