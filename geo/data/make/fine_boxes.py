"""The area of the fine coast. geo/basemap/files/fine_area.cpp holds the same four boxes; a test compares it with the data."""
from shapely.geometry import box
from shapely.ops import unary_union

FINE_BOXES = [  # west, south, east, north
    (124.0, 33.0, 132.0, 43.5),   # Korea
    (117.5, 21.5, 122.5, 26.5),   # Taiwan
    (122.5, 23.5, 149.0, 46.0),   # Japan
    (116.0, 4.5, 127.5, 21.5),    # Philippines
]
FINE_AREA = unary_union([box(*b) for b in FINE_BOXES])
