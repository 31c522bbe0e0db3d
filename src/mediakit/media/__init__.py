"""Pictures and sound: probe, thumbnail, decode, cut."""
