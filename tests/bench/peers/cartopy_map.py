"""Draws land and borders with Cartopy: Natural Earth 1:10m, LAEA centred on 135E 15N, 13,000 km wide, 2400x1350."""
import sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import cartopy.crs as ccrs
from cartopy.io.shapereader import BasicReader

data, out = sys.argv[1:3]
projection = ccrs.LambertAzimuthalEqualArea(central_longitude=135, central_latitude=15)
figure = plt.figure(figsize=(24, 13.5), dpi=100)
axes = figure.add_axes([0, 0, 1, 1], projection=projection)
axes.set_extent([-6.5e6, 6.5e6, -3.65625e6, 3.65625e6], crs=projection)
axes.set_facecolor("#d9ebf7")
axes.add_geometries(list(BasicReader(data + "/land.shp").geometries()), ccrs.PlateCarree(), facecolor="#f2f0e4",
                    edgecolor="#808080", lw=0.5)
axes.add_geometries(list(BasicReader(data + "/borders.shp").geometries()), ccrs.PlateCarree(), facecolor="none",
                    edgecolor="#808080", lw=0.5)
figure.savefig(out)
