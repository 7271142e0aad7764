"""The wall: what runs on this side of it, and in `guest` all that runs on the other."""
