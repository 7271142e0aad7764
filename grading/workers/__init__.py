"""Who grades: processes of this machine, or of a cluster."""
