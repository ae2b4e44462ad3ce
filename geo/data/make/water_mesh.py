"""Triangles that fill the space in which ships sail.

The triangulation is Delaunay's on the sphere, made as the convex hull of the points. Edges of obstacles that are
missing in it are halved until they are there.
"""
import numpy as np
import shapely.vectorized
from scipy.spatial import ConvexHull

from water_space import EASED_KM, EAST, KM_PER_DEGREE, WEST, latitude

STEPS_PER_DEGREE = 1_000_000
SHORTEST = 300 / 6_371_000  # thinned outlines may cross each other; their shortest edges are given up


def simplified(ring, tolerance_km):
    """Douglas and Peucker's thinning of a closed ring of plane points, with a tolerance at each point."""
    points = np.asarray(ring)[:-1]
    count = len(points)
    if count < 4:
        return points
    scale = KM_PER_DEGREE * np.cos(np.radians(latitude(points[:, 1])))
    # Two far points cut the ring into two lines.
    first = int(np.lexsort((points[:, 1], points[:, 0]))[0])
    points, scale = np.roll(points, -first, axis=0), np.roll(scale, -first)
    tolerance = np.roll(tolerance_km, -first)
    other = int(np.argmax(np.hypot(*(points - points[0]).T)))
    closed = np.vstack([points, points[:1]])
    keep = np.zeros(count + 1, bool)
    keep[[0, other, count]] = True
    stack = [(0, other), (other, count)]
    while stack:
        a, b = stack.pop()
        if b - a < 2:
            continue
        line = closed[b] - closed[a]
        inner = closed[a + 1:b] - closed[a]
        length = line @ line
        along = np.clip(inner @ line / length, 0, 1) if length > 0 else np.zeros(len(inner))
        off = np.hypot(*(inner - along[:, None] * line).T) * scale[a + 1:b] / tolerance[a + 1:b]
        worst = int(np.argmax(off))
        if off[worst] > 1:
            keep[a + 1 + worst] = True
            stack += [(a, a + 1 + worst), (a + 1 + worst, b)]
    return closed[:-1][keep[:-1]]


def rounded(plane):
    """Whole steps of longitude and latitude of plane points."""
    lon = (plane[:, 0] + 180) % 360 - 180
    lat = latitude(plane[:, 1])
    steps = np.rint(np.column_stack([lon, lat]) * STEPS_PER_DEGREE).astype(np.int64)
    steps[steps[:, 0] >= 180 * STEPS_PER_DEGREE, 0] -= 360 * STEPS_PER_DEGREE
    return steps


def vectors(steps):
    lon, lat = np.radians(steps / STEPS_PER_DEGREE).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def steps_of(v):
    lon = np.degrees(np.arctan2(v[:, 1], v[:, 0]))
    lat = np.degrees(np.arctan2(v[:, 2], np.hypot(v[:, 0], v[:, 1])))
    steps = np.rint(np.column_stack([lon, lat]) * STEPS_PER_DEGREE).astype(np.int64)
    steps[steps[:, 0] >= 180 * STEPS_PER_DEGREE, 0] -= 360 * STEPS_PER_DEGREE
    return steps


def edge_lines(obstacles, narrow, cut):
    """The outlines of the obstacles, thinned, as arrays of plane points; open where the plane is cut."""
    rings = [r for polygon in obstacles for r in [polygon.exterior, *polygon.interiors]]
    coords = [np.asarray(r.coords) for r in rings]
    flat = np.vstack(coords)
    near = shapely.vectorized.contains(narrow, flat[:, 0], flat[:, 1])
    at_cut = shapely.vectorized.contains(cut, flat[:, 0], flat[:, 1])
    tolerance = np.where(at_cut, 0.05, np.where(near, 0.3, EASED_KM - 0.05))
    begin = 0
    for ring in coords:
        part = tolerance[begin:begin + len(ring) - 1]
        begin += len(ring)
        yield simplified(ring, part)


def segments_of(lines, closed):
    """Pairs of points in whole steps, without edges along the cut of the plane; long edges are divided."""
    pairs = []
    for plane in lines:
        following = np.roll(plane, -1, axis=0) if closed else plane[1:]
        start = plane if closed else plane[:-1]
        for a, b in zip(start, following):
            if a[0] == b[0] and a[0] in (WEST, EAST):
                continue
            pieces = max(1, int(np.ceil(np.abs(b - a).max() / 2.0)))
            at = a + (b - a) * np.linspace(0, 1, pieces + 1)[:, None]
            pairs.append(np.hstack([at[:-1], at[1:]]))
    flat = np.vstack(pairs)
    a, b = rounded(flat[:, :2]), rounded(flat[:, 2:])
    differ = (a != b).any(axis=1)
    return a[differ], b[differ]


def conforming(a, b):
    """Points and triangles in which every edge a-b is an edge or a row of edges."""
    points, index = np.unique(np.vstack([a, b]), axis=0, return_inverse=True)
    edges = np.sort(np.column_stack([index[:len(a)], index[len(a):2 * len(a)]]), axis=1)
    edges = np.unique(edges, axis=0)
    for turn in range(30):
        v = vectors(points)
        triangles = ConvexHull(v).simplices.astype(np.int64)
        n = len(points)
        sides = np.sort(np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
        missing = ~np.isin(edges[:, 0] * n + edges[:, 1], sides[:, 0] * n + sides[:, 1])
        chord = v[edges[:, 0]] - v[edges[:, 1]]
        missing &= np.einsum('ij,ij->i', chord, chord) > SHORTEST ** 2
        print('turn', turn, 'points', n, 'missing', int(missing.sum()), flush=True)
        if not missing.any():
            break
        halved = edges[missing]
        middle = steps_of(v[halved[:, 0]] + v[halved[:, 1]])
        joined, index = np.unique(np.vstack([points, middle]), axis=0, return_inverse=True)
        old, new = index[:n], index[n:]
        edges = old[edges]
        halves = np.vstack([np.column_stack([edges[missing][:, 0], new]), np.column_stack([new, edges[missing][:, 1]])])
        edges = np.sort(np.vstack([edges[~missing], halves]), axis=1)
        edges = np.unique(edges[edges[:, 0] != edges[:, 1]], axis=0)
        points = joined
    else:
        raise RuntimeError('edges are still missing')
    a, b, c = (v[triangles[:, i]] for i in range(3))
    turned = np.einsum('ij,ij->i', np.cross(a, b), c) < 0
    triangles[turned] = triangles[turned][:, [0, 2, 1]]
    return points, triangles


def plane_centres(points, triangles):
    v = vectors(points)
    centre = v[triangles].sum(axis=1)
    lon = np.degrees(np.arctan2(centre[:, 1], centre[:, 0]))
    lat = np.degrees(np.arctan2(centre[:, 2], np.hypot(centre[:, 0], centre[:, 1])))
    lon = np.where(lon < WEST, lon + 360, lon)
    return np.column_stack([lon, np.degrees(np.arcsinh(np.tan(np.radians(lat))))]), lat


def inside_any(plane, polygons):
    """Whether each of these plane points lies in one of the polygons."""
    inside = np.zeros(len(plane), bool)
    order = np.argsort(plane[:, 0], kind='stable')
    sorted_x = plane[order, 0]
    for polygon in polygons:
        west, south, east, north = polygon.bounds
        near = order[np.searchsorted(sorted_x, west):np.searchsorted(sorted_x, east, 'right')]
        near = near[(plane[near, 1] >= south) & (plane[near, 1] <= north)]
        if len(near):
            inside[near[shapely.vectorized.contains(polygon, plane[near, 0], plane[near, 1])]] = True
    return inside


def are_water(points, triangles, outlines):
    """Whether each triangle lies outside every obstacle. `outlines`: the thinned polygons in the plane."""
    centre, lat = plane_centres(points, triangles)
    return (np.abs(lat) < 89) & ~inside_any(centre, outlines)


def zone_lines(zones, outlines, tolerance_km):
    """The outlines of zones, thinned, where they run outside the obstacles: arrays of plane points."""
    rings = [np.asarray(r.coords) for polygon in zones for r in [polygon.exterior, *polygon.interiors]]
    thin = [simplified(ring, np.full(len(ring) - 1, tolerance_km)) for ring in rings]
    thin = [np.vstack([ring, ring[:1]]) for ring in thin if len(ring) >= 3]
    flat = np.vstack(thin)
    free = ~inside_any(flat, outlines)
    begin = 0
    for ring in thin:
        kept = free[begin:begin + len(ring)]
        begin += len(ring)
        first = None
        for i in range(len(ring) + 1):
            if i < len(ring) and kept[i]:
                first = i if first is None else first
                continue
            if first is not None and i - first > 1:
                yield ring[first:i]
            first = None


def components(triangles):
    """The number of the connected part of each triangle; neighbours share an edge."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    n = int(triangles.max()) + 1
    sides = np.sort(np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
    owner = np.tile(np.arange(len(triangles)), 3)
    key = sides[:, 0] * n + sides[:, 1]
    order = np.argsort(key, kind='stable')
    key, owner = key[order], owner[order]
    same = np.flatnonzero(key[1:] == key[:-1])
    links = coo_matrix((np.ones(len(same)), (owner[same], owner[same + 1])), shape=(len(triangles), len(triangles)))
    return connected_components(links, directed=False)[1]
