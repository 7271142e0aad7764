"""All that runs beside submitted code, and nothing else: it is bound in as one folder."""
