"""The water within 12 nautical miles of each country, as plane polygons that are a little larger.

The land of a country is that of countries_50m.fgb, whose coast lies within some 4 km of the 1:10m land, and the islands
of the 1:10m land that are nearest to it.
"""
from osgeo import ogr
from shapely import wkb
from shapely.affinity import translate
from shapely.geometry import box
from shapely.ops import unary_union
from shapely.strtree import STRtree

from water_space import EAST, WEST, bands, degrees_of, latitude, mercator_y, polygons_of, to_plane

REACH_KM = 12 * 1.852 + 3.5  # 3.5 km: the difference of the coasts and the thinning of the outline
FARTHEST_ISLAND_KM = 30      # an island this far from the land of every country belongs to none


def read_countries(data_dir):
    layer = (dataset := ogr.Open(f'{data_dir}/countries_50m.fgb')).GetLayer(0)
    found = []
    for feature in layer:
        shape = wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb()))
        for piece in polygons_of(shape.intersection(box(-31, -60, 331, 82))):
            plane = to_plane(piece)
            found.append((feature['iso'], plane if plane.is_valid else plane.buffer(0)))
    del dataset
    return found


def with_islands(countries, land):
    """Adds the pieces of `land` that no country's land meets to the nearest country."""
    tree = STRtree([shape for _, shape in countries])
    owner = {id(shape): iso for iso, shape in countries}
    more = []
    for island in land:
        west, south, east, north = island.bounds
        if east - west > 2 or north - south > 2 or west < WEST or east > EAST:
            continue
        lat = latitude((south + north) / 2)
        near = tree.query(island.buffer(degrees_of(FARTHEST_ISLAND_KM, min(abs(lat), 80))))
        distances = sorted((island.distance(shape), owner[id(shape)]) for shape in near)
        if distances and 0 < distances[0][0] < degrees_of(FARTHEST_ISLAND_KM, lat):
            more.append((distances[0][1], island))
    return countries + more


def coastal_waters(data_dir, land):
    """ISO code -> plane polygons."""
    countries = with_islands(read_countries(data_dir), land)
    shapes = {}
    for iso, shape in countries:
        shapes.setdefault(iso, []).append(shape)
    waters = {}
    for iso, pieces in sorted(shapes.items()):
        around = []
        for south, north in bands():
            low, high = mercator_y(south - 0.5), mercator_y(north + 0.5)
            frame = box(WEST - 1, low, EAST + 1, high)
            near = [p for p in pieces if p.bounds[1] < high and p.bounds[3] > low]
            if not near:
                continue
            radius = degrees_of(REACH_KM, (south + north) / 2)
            grown = unary_union([q.simplify(0.01).buffer(radius, resolution=3)
                                 for p in near for q in polygons_of(p.intersection(frame))])
            band = box(WEST - 1, mercator_y(south), EAST + 1, mercator_y(north))
            around += polygons_of(grown.intersection(band))
        whole = unary_union(around)
        plane = box(WEST, -200, EAST, 200)
        parts = [whole.intersection(plane)]
        parts += [translate(whole, xoff=turn).intersection(plane) for turn in (-360, 360)]
        waters[iso] = polygons_of(unary_union(parts))
    return waters
