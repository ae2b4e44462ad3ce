#!/usr/bin/env python3
"""Makes the mesh of the water in which ships sail from the 1:10m land: make_water.py DATA_DIR MESH.

theatrum_water MESH water.bin then finds the straight ways between the corners of the land.
"""
import sys

import numpy as np
import shapely.vectorized
from shapely.geometry import Polygon

import passages
import water_mesh
from coastal_waters import THINNING_KM, coastal_waters
from water_space import make_space, read_land, to_plane

SMALLEST_TRIANGLES = 400  # parts of the water with fewer triangles are lakes and lagoons


def hilbert(steps):
    """Positions along a Hilbert curve, so that near points have near numbers."""
    x = ((steps[:, 0] + 180_000_000) * 65535 // 360_000_000).astype(np.int64)
    y = ((steps[:, 1] + 90_000_000) * 65535 // 180_000_000).astype(np.int64)
    place = np.zeros(len(x), np.int64)
    side = 32768
    while side:
        right, up = (x & side) > 0, (y & side) > 0
        place += side * side * ((3 * right) ^ up)
        flip = ~up & right
        x, y = np.where(flip, 65535 - x, x), np.where(flip, 65535 - y, y)
        x, y = np.where(~up, y, x), np.where(~up, x, y)
        side //= 2
    return place


def numbers(values):
    """Seven bits a byte, the lowest first."""
    values = np.asarray(values, np.uint64)
    columns, masks = [], []
    shown = np.ones(len(values), bool)
    rest = values
    while shown.any():
        columns.append(((rest & np.uint64(127)) | np.where(rest > 127, np.uint64(128), np.uint64(0))).astype(np.uint8))
        masks.append(shown)
        shown = shown & (rest > 127)
        rest = rest >> np.uint64(7)
    return np.column_stack(columns)[np.column_stack(masks)].tobytes()


def signed(values):
    values = np.asarray(values, np.int64)
    return ((values << 1) ^ (values >> 63)).astype(np.uint64)


def write_mesh(path, points, triangles, tags, names, tag_sets):
    with open(path, 'wb') as out:
        out.write(b'WATER-2\n')
        out.write(numbers([len(points)]))
        out.write(numbers(signed(np.diff(points, axis=0, prepend=[[0, 0]]).ravel())))
        out.write(numbers([len(names)]))
        for name in names:
            out.write(numbers([len(name)]) + name.encode())
        out.write(numbers([len(tag_sets)]))
        for tag_set in tag_sets:
            out.write(numbers([len(tag_set), *tag_set]))
        out.write(numbers([len(triangles)]))
        first = triangles[:, 0]
        rest = np.column_stack([np.diff(first, prepend=0).astype(np.uint64), signed(triangles[:, 1] - first),
                                signed(triangles[:, 2] - first)])
        out.write(numbers(rest.ravel()))
        ends = np.flatnonzero(np.diff(tags)) + 1
        begins, ends = np.concatenate([[0], ends]), np.concatenate([ends, [len(tags)]])
        out.write(numbers(np.column_stack([tags[begins], ends - begins]).ravel()))
        out.write(numbers([0]))  # edges


def main(data_dir, path):
    land = read_land(data_dir)
    obstacles, narrow, cut = make_space(land, list(passages.CUTS.values()))
    lines = list(water_mesh.edge_lines(obstacles, narrow, cut))
    rings = iter(lines)
    outlines = []
    for polygon in obstacles:
        outer, *holes = [next(rings) for _ in range(1 + len(polygon.interiors))]
        if len(outer) < 3:
            continue
        shape = Polygon(outer, [hole for hole in holes if len(hole) >= 3])
        outlines.append(shape if shape.is_valid else shape.buffer(0))
    a, b = water_mesh.segments_of([line for line in lines if len(line) >= 3], True)
    waters = coastal_waters(data_dir, land)
    zones = list(water_mesh.zone_lines([p for each in waters.values() for p in each], outlines, THINNING_KM))
    more = water_mesh.segments_of(zones, False)
    print(len(a), 'edges of obstacles,', len(more[0]), 'of coastal waters', flush=True)
    points, triangles = water_mesh.conforming(np.vstack([a, more[0]]), np.vstack([b, more[1]]))
    order = np.lexsort((points[:, 0], points[:, 1], hilbert(points)))
    number = np.empty(len(points), np.int64)
    number[order] = np.arange(len(points))
    points, triangles = points[order], number[triangles]
    turn = triangles.argmin(axis=1)
    triangles = np.take_along_axis(triangles, (turn[:, None] + np.arange(3)) % 3, axis=1)
    triangles = triangles[np.lexsort((triangles[:, 2], triangles[:, 1], triangles[:, 0]))]
    wet = water_mesh.are_water(points, triangles, outlines)
    part = water_mesh.components(triangles[wet])
    large = np.bincount(part) >= SMALLEST_TRIANGLES
    print('parts of the water:', np.sort(np.bincount(part))[::-1][:20])
    wet[np.flatnonzero(wet)[~large[part]]] = False
    centre, _ = water_mesh.plane_centres(points, triangles)
    names = list(passages.OUTLINES) + [f'12nm:{iso}' for iso in waters]
    columns = []
    for name in passages.OUTLINES:
        outline = to_plane(Polygon(passages.OUTLINES[name]))
        lon = np.where(centre[:, 0] > outline.centroid.x + 180, centre[:, 0] - 360, centre[:, 0])
        columns.append(wet & shapely.vectorized.contains(outline, lon, centre[:, 1]))
    in_passage = np.any([c for name, c in zip(names, columns) if name not in passages.THROUGH_ICE], axis=0)
    for pieces in waters.values():  # straits and canals are free of coastal waters
        columns.append(wet & ~in_passage & water_mesh.inside_any(centre, pieces))
    tag_sets, tags = [[], []], np.where(wet, 1, 0)
    packed = np.packbits(np.column_stack(columns), axis=1)
    known = {bytes(np.zeros(packed.shape[1], np.uint8)): 1}
    for t in np.flatnonzero(wet):
        key = packed[t].tobytes()
        if key not in known:
            known[key] = len(tag_sets)
            tag_sets.append([i for i, column in enumerate(columns) if column[t]])
        tags[t] = known[key]
    write_mesh(path, points, triangles, tags, names, tag_sets)
    print(path, len(points), 'points', len(triangles), 'triangles', int(wet.sum()), 'of them water')


if __name__ == '__main__':
    main(*sys.argv[1:])
