"""The water within 12 nautical miles of each country, as plane polygons that are up to 2 km larger.

The land of a country is the 1:10m land that lies nearest to its land in countries_50m.fgb. The two coasts lie within some
4 km of each other.
"""
import math

import numpy as np
from osgeo import ogr
from shapely import wkb
from shapely.affinity import translate
from shapely.geometry import box
from shapely.ops import unary_union
from shapely.strtree import STRtree

from water_space import EAST, WEST, degrees_of, latitude, mercator_y, polygons_of, to_plane

THINNING_KM = 0.6                                    # of the outlines, by the caller
REACH_KM = 12 * 1.852 + 0.2 + THINNING_KM + 0.2      # 0.2 km each: thinning of the land, and arcs drawn as chords
COASTS_KM = 6            # the coasts of the two maps differ by less
FARTHEST_ISLAND_KM = 30  # an island this far from the land of every country belongs to none
STEP = 0.5               # height of the bands in degrees


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


def land_of_countries(countries, land):
    """(ISO code, plane polygon of the 1:10m land) pairs; continents and shared islands are divided."""
    tree = STRtree([shape for _, shape in countries])
    owner = {id(shape): iso for iso, shape in countries}
    found = []
    for piece in land:
        west, south, east, north = piece.bounds
        lat = latitude((south + north) / 2)
        around = piece if east - west > 5 else piece.buffer(degrees_of(FARTHEST_ISLAND_KM, min(abs(lat), 80)))
        near = tree.query(around)
        owners = {owner[id(shape)] for shape in near if shape.intersects(piece)}
        if len(owners) == 1:
            found.append((owners.pop(), piece))
        elif not owners:
            distances = sorted((piece.distance(shape), owner[id(shape)]) for shape in near)
            if distances and distances[0][0] < degrees_of(FARTHEST_ISLAND_KM, lat):
                found.append((distances[0][1], piece))
        else:
            found += [(iso, part) for iso, part in divided(piece, near, owner)]
    return found


def divided(piece, countries, owner):
    """The parts of a piece of land that belong to each of its countries, up to COASTS_KM off their own maps."""
    for iso in sorted({owner[id(shape)] for shape in countries}):
        own = [shape for shape in countries if owner[id(shape)] == iso and shape.intersects(piece)]
        if not own:
            continue
        others = unary_union([shape for shape in countries if owner[id(shape)] != iso])
        for shape in own:
            lat = latitude((shape.bounds[1] + shape.bounds[3]) / 2)
            grown = shape.buffer(degrees_of(COASTS_KM, min(abs(lat) + 2, 80)), resolution=2)
            near = box(*grown.bounds)
            for part in polygons_of(piece.intersection(near).intersection(grown).difference(others.intersection(near))):
                yield iso, part


def coastal_waters(data_dir, land):
    """ISO code -> plane polygons."""
    shapes = {}
    for iso, shape in land_of_countries(read_countries(data_dir), land):
        shapes.setdefault(iso, []).append(shape)
    waters = {}
    for iso, pieces in sorted(shapes.items()):
        around = []
        low_lat = min(latitude(p.bounds[1]) for p in pieces) - STEP
        high_lat = max(latitude(p.bounds[3]) for p in pieces) + STEP
        for south in np.arange(math.floor(low_lat / STEP), math.ceil(high_lat / STEP)) * STEP:
            north = south + STEP
            low, high = mercator_y(south - 0.3), mercator_y(north + 0.3)
            frame = box(WEST - 1, low, EAST + 1, high)
            near = [p for p in pieces if p.bounds[1] < high and p.bounds[3] > low]
            if not near:
                continue
            lat = max(abs(south), abs(north))
            radius, thin = degrees_of(REACH_KM, lat), degrees_of(0.2, lat)
            grown = unary_union([q.simplify(thin).buffer(radius, resolution=6)
                                 for p in near for q in polygons_of(p.intersection(frame))])
            band = box(WEST - 1, mercator_y(south), EAST + 1, mercator_y(north))
            around += polygons_of(grown.intersection(band))
        whole = unary_union(around)
        plane = box(WEST, -200, EAST, 200)
        parts = [whole.intersection(plane)]
        parts += [translate(whole, xoff=turn).intersection(plane) for turn in (-360, 360)]
        waters[iso] = polygons_of(unary_union(parts))
    return waters
