"""What things are: clips, transcripts, sessions, themes. No disk, clock or chance."""
