"""The made-up sources of `gold.yml`."""

BRIDGE = (
    "Warden Mira Vale spoke on Monday in Ostrava. “We will wait,” Vale said, as per Grain Wire. "
    "The bridge holds, Tom Reed said.\n\nMore news\n\n(Grain Wire)"
)
MARKET = "Mira Vale came to Ostrava on February 3."
