"""GeoGebra's files (.ggb): figures read as problems, problems written as figures."""
