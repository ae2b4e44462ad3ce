#!/usr/bin/python3
"""The line 12 nautical miles from the coast of Taiwan, Penghu, Green Island and Orchid Island.

usage: make_coast_12nm.py FINE_LAND.fgb OUT.geojson

Needs Debian's python3-gdal, python3-shapely and proj-bin. The land is buffered in a transverse Mercator projection on
121 degrees E, whose scale is right to 1 in 2,000 here. Then every vertex is moved along the geodesic from the nearest
point of the coast until it is 22.224 km away, and the line is thinned by 200 m.
"""
import re
import subprocess
import sys

from osgeo import ogr, osr
from shapely import wkb
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.ops import nearest_points, transform, unary_union

DISTANCE_M = 22224
THINNING_M = 200
# A point on each island. Islets up to NEAR_M from the main island (Liuqiu, Guishan) and all of Penghu count as well;
# Kinmen, Matsu and the islets north of Keelung do not.
ISLANDS = {'Taiwan': (121.0, 23.7), 'Green Island': (121.49, 22.66), 'Orchid Island': (121.55, 22.05)}
PENGHU = (119.2, 23.1, 119.75, 23.85)
NEAR_M = 15000

WGS84, GRID = osr.SpatialReference(), osr.SpatialReference()
WGS84.ImportFromProj4('+proj=longlat +datum=WGS84 +no_defs')
GRID.ImportFromProj4('+proj=tmerc +lon_0=121 +lat_0=23 +k=1 +datum=WGS84 +units=m +no_defs')
TO_GRID, FROM_GRID = osr.CoordinateTransformation(WGS84, GRID), osr.CoordinateTransformation(GRID, WGS84)


def projected(shape, transformation):
    return transform(lambda x, y: tuple(zip(*[transformation.TransformPoint(*p)[:2] for p in zip(x, y)])), shape)


def land(path):
    dataset = ogr.Open(path)
    layer = dataset.GetLayer(0)
    layer.SetSpatialFilterRect(119.0, 21.5, 122.4, 25.6)
    polygons = [wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer]
    main = [p for p in polygons if any(p.buffer(0.01).contains(Point(at)) for at in ISLANDS.values())]
    taiwan = projected(next(p for p in main if p.contains(Point(ISLANDS['Taiwan']))), TO_GRID)
    west, south, east, north = PENGHU
    chosen = []
    for polygon in polygons:
        at = polygon.representative_point()
        in_penghu = west <= at.x <= east and south <= at.y <= north
        grid = projected(polygon, TO_GRID)
        if polygon in main or in_penghu or grid.distance(taiwan) <= NEAR_M:
            chosen.append(grid)
    print(f'{len(chosen)} polygons of land')
    return unary_union(chosen)


def geod(lines, *options):
    """PROJ's geod for many lines at once: lists of numbers in, lists of numbers out."""
    text = '\n'.join(' '.join(f'{number:.9f}' for number in line) for line in lines)
    done = subprocess.run(['geod', '+ellps=WGS84', '-f', '%.9f', '-F', '%.4f', *options], input=text,
                          capture_output=True, text=True, check=True)
    return [[float(number) for number in re.split(r'\s+', line.strip())] for line in done.stdout.splitlines()]


def at_distance(points, coast):
    """The points moved along the geodesics from the coast until they are DISTANCE_M away."""
    feet = [projected(nearest_points(coast, Point(p))[0], FROM_GRID) for p in points]
    ends = [projected(Point(p), FROM_GRID) for p in points]
    courses = geod([(f.y, f.x, e.y, e.x) for f, e in zip(feet, ends)], '-I')
    print(f'  largest correction {max(abs(c[2] - DISTANCE_M) for c in courses):.1f} m')
    moved = geod([(f.y, f.x, c[0], DISTANCE_M) for f, c in zip(feet, courses)])
    return [(lon, lat) for lat, lon, _ in moved]


def polygon_text(ring):
    points = [f'[{x:.4f}, {y:.4f}]' for x, y in ring.coords]
    rows = [', '.join(points[i:i + 6]) for i in range(0, len(points), 6)]
    return '[[\n  ' + ',\n  '.join(rows) + ']]'


def main(source, target):
    coast = land(source)
    around = coast.buffer(DISTANCE_M, resolution=64)
    around = around if isinstance(around, MultiPolygon) else MultiPolygon([around])
    rings = []
    for polygon in sorted(around.geoms, key=lambda p: -p.area):
        exact = Polygon(at_distance(list(polygon.exterior.coords), coast))
        thin = projected(projected(exact, TO_GRID).simplify(THINNING_M), FROM_GRID)
        print(f'{len(thin.exterior.coords)} vertices, {len(polygon.interiors)} holes left out')
        rings.append(thin.exterior)
    polygons = ',\n  '.join(polygon_text(ring) for ring in rings)
    geometry = '{"type": "MultiPolygon", "coordinates": [' + polygons + ']}'
    with open(target, 'w', encoding='utf-8') as file:
        file.write('{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {\n'
                   '  "name": "Taiwan, 12 nautical miles from the coast",\n'
                   '  "source": "made from GSHHG 2.3.7, LGPL-3 or later"},\n'
                   ' "geometry": ' + geometry + '}]}\n')


if __name__ == '__main__':
    ogr.UseExceptions()
    osr.UseExceptions()
    main(*sys.argv[1:])
