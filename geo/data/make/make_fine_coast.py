#!/usr/bin/python3
"""Fine coast of Korea, Taiwan, Japan and the Philippines from GSHHG, as one layer of land polygons.

usage: make_fine_coast.py OUT.fgb

Needs Debian's gmt (its gmt-common holds GSHHG 2.3.7 in full resolution), python3-shapely and python3-gdal. About a
minute. `gmt pscoast -M` dumps coast segments with land on their left. The segments and the frame are noded and
polygonized; the faces on the land side are united, thinned to 50 m and cut to the union of the boxes of fine_boxes.py.
All four countries are made together, so that no seam runs between one country's coast and the next.
"""
import subprocess
import sys

from osgeo import gdal, ogr
from shapely.geometry import LineString, box
from shapely.ops import polygonize, unary_union

from fine_boxes import FINE_AREA
from layers import parts, write_polygons

THINNING_DEG = 0.0005  # about 50 m
MARGIN_DEG = 0.2       # the frame of the dump lies outside the boxes, so that its own edges are cut away


def coast_segments(west, south, east, north):
    dump = subprocess.run(
        ['gmt', 'pscoast', f'-R{west}/{east}/{south}/{north}', '-Df', '-A0/0/1', '-M', '-W'],
        capture_output=True, text=True, check=True).stdout
    segment = []
    for line in dump.splitlines():
        if line[0] in '>#':
            if len(segment) > 1:
                yield segment
            segment = []
            continue
        lon, lat = map(float, line.split()[:2])
        point = (round(lon, 6), round(lat, 6))
        if not segment or segment[-1] != point:
            segment.append(point)
    if len(segment) > 1:
        yield segment


def is_land(face, edges):
    """Land lies on the left of every dumped edge; a face is walked with its inside on the left."""
    left = right = 0
    for ring in [face.exterior, *face.interiors]:
        points = list(ring.coords)
        if ring.is_ccw != (ring is face.exterior):
            points.reverse()
        points = [(round(x, 6), round(y, 6)) for x, y in points]
        for edge in zip(points, points[1:]):
            left += edge in edges
            right += edge[::-1] in edges
    return left > right


def main(target):
    west, south, east, north = FINE_AREA.bounds
    frame = (west - MARGIN_DEG, south - MARGIN_DEG, east + MARGIN_DEG, north + MARGIN_DEG)
    segments = list(coast_segments(*frame))
    edges = {edge for segment in segments for edge in zip(segment, segment[1:])}
    noded = unary_union([LineString(s) for s in segments] + [box(*frame).exterior])
    land = unary_union([face for face in polygonize(noded) if is_land(face, edges)])
    thinned = land.simplify(THINNING_DEG, preserve_topology=True).buffer(0)
    write_polygons(target, 'fine_land', parts(thinned.intersection(FINE_AREA), 'Polygon'))


if __name__ == '__main__':
    gdal.UseExceptions()
    ogr.UseExceptions()
    main(*sys.argv[1:])
