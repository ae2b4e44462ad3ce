"""The space in which ships sail: the world without land, kept 0.3 to 2 km off land where there is room.

Works in a Mercator plane of degrees, x = longitude in [-30, 330], in bands of latitude, within which the scale is
nearly constant. An obstacle is land with a margin. Land is grown by WIDE_KM and shrunk by EASED_KM, so that the margin is
their difference, nooks are filled, and thinning the outline by EASED_KM at most keeps it within WIDE_KM of land. In
channels and inlets that WIDE_KM would close the margin is NARROW_KM. Canals, and natural passages that are narrower than that, are cut free along a line.
"""
import math

import numpy as np
from osgeo import ogr
from shapely import wkb
from shapely.affinity import translate
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.ops import transform, unary_union
from shapely.strtree import STRtree

from layers import parts

WIDE_KM, EASED_KM, NARROW_KM = 1.9, 0.8, 0.5
REACH_KM = 2.5        # how far around a narrow part the narrow margin is kept
SMALLEST_KM = 9.0     # narrow parts that are shorter are nooks of the coast, unless they join waters
SMALLEST_NECK_KM = 2.0
CUT_KM = 0.3          # half the width of a canal
NORTH, SOUTH = 82.5, -78.7
KM_PER_DEGREE = 111.195
WEST, EAST = -30.0, 330.0


def mercator_y(lat):
    return np.degrees(np.arcsinh(np.tan(np.radians(lat))))


def latitude(y):
    return np.degrees(np.arctan(np.sinh(np.radians(y))))


def to_plane(shape):
    return transform(lambda x, y: (np.asarray(x), mercator_y(np.asarray(y))), shape)


def degrees_of(km, lat):
    """A length in degrees of the plane at a latitude."""
    return km / KM_PER_DEGREE / math.cos(math.radians(lat))


def read_polygons(path):
    dataset = ogr.Open(path)
    layer = dataset.GetLayer(0)
    return [wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer]


def polygons_of(shape):
    return list(parts(shape, 'Polygon'))


def read_land(data_dir):
    """The 1:10m land as plane polygons, with copies beyond both sides of the plane."""
    land = []
    for name in ('land_10m.fgb', 'land_10m_fine_whole.fgb'):
        for polygon in read_polygons(f'{data_dir}/{name}'):
            south, north = polygon.bounds[1], polygon.bounds[3]
            if north < SOUTH or south > NORTH:
                continue
            if south < -85:
                polygon = polygon.intersection(box(-31, -82, 331, 90))
            for piece in polygons_of(polygon):
                piece = to_plane(piece)
                if not piece.is_valid:
                    piece = piece.buffer(0)
                land.append(piece)
                if piece.bounds[0] < WEST + 1:
                    land.append(translate(piece, xoff=360))
                if piece.bounds[2] > EAST - 1:
                    land.append(translate(piece, xoff=-360))
    return land


def bands():
    lat = SOUTH
    while lat < NORTH:
        step = 2.0 if abs(lat) < 50 else 1.0
        yield lat, min(lat + step, NORTH)
        lat += step


def is_icy(lon, lat):
    """Coasts where hardly a ship sails; the Barents Sea and Norway are not among them."""
    return (lat > 66.5) & ((lon < -15) | (lon > 45)) | (lat < -56)


def joins_waters(piece, reach, obstacles):
    """Whether a narrow part lies between two separate pieces of wider water. `obstacles`: a tree of them."""
    around = piece.buffer(reach, resolution=2)
    water = around.difference(unary_union([o for o in obstacles.query(around) if o.intersects(around)]))
    return sum(1 for part in polygons_of(water) if part.area > (reach / 4) ** 2) > 1


def make_space(land, passages):
    """Obstacles as a list of plane polygons, where their margin is narrow, and where they are cut. `passages`: lines in
    degrees to cut free."""
    tree = STRtree(land)
    wide_parts, narrow_parts, tight_parts = [], [], []
    for south, north in bands():
        middle = (south + north) / 2
        frame = box(WEST - 0.5, mercator_y(south - 0.35), EAST + 0.5, mercator_y(north + 0.35))
        band = box(WEST, mercator_y(south), EAST, mercator_y(north))
        pieces = []
        for polygon in tree.query(frame):
            if not polygon.intersects(frame):
                continue
            inside = polygon if frame.contains(polygon) else polygon.intersection(frame)
            pieces += polygons_of(inside)
        if not pieces:
            continue
        wide = unary_union([p.buffer(degrees_of(WIDE_KM, middle), resolution=3) for p in pieces])
        eased = wide.buffer(-degrees_of(EASED_KM, middle), resolution=2)
        wide_parts += polygons_of(eased.intersection(band))
        if middle < -56:
            continue
        tight = unary_union([p.buffer(degrees_of(NARROW_KM, middle), resolution=2) for p in pieces])
        tight_parts += polygons_of(tight.intersection(band))
        closed = wide.buffer(-degrees_of(WIDE_KM - NARROW_KM + 0.05, middle), resolution=2)
        narrow_parts += polygons_of(closed.difference(tight).intersection(band))
    print('bands done', len(wide_parts), len(narrow_parts), flush=True)
    wide_tree = STRtree(wide_parts)
    narrow = []
    for piece in polygons_of(unary_union(narrow_parts)):
        west, low, east, high = piece.bounds
        lat = latitude((low + high) / 2)
        if is_icy(west - 360 if west > 180 else west, lat):
            continue
        length_km = math.hypot(east - west, high - low) * KM_PER_DEGREE * math.cos(math.radians(lat))
        if length_km >= SMALLEST_KM or (length_km >= SMALLEST_NECK_KM and
                                        joins_waters(piece, degrees_of(REACH_KM, lat), wide_tree)):
            narrow.append(piece.buffer(degrees_of(REACH_KM, lat), resolution=2))
    print('narrow parts', len(narrow), flush=True)
    narrow = unary_union(narrow)
    freed = unary_union(polygons_of(narrow)).difference(unary_union(tight_parts))
    caps = [box(WEST, mercator_y(NORTH), EAST, mercator_y(89)), box(WEST, mercator_y(-89), EAST, mercator_y(SOUTH))]
    obstacles = unary_union(wide_parts + caps).difference(freed)
    cuts = []
    for line in passages:
        plane = to_plane(LineString([(lon if lon > WEST else lon + 360, lat) for lon, lat in line]))
        cuts.append(plane.buffer(degrees_of(CUT_KM, latitude(plane.centroid.y)), resolution=2))
    obstacles = obstacles.difference(unary_union(cuts))
    around = unary_union([cut.buffer(degrees_of(1, 0)) for cut in cuts])
    return polygons_of(obstacles), narrow, around
