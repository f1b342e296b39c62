"""The world that names speak of: cities, countries, ministries."""
