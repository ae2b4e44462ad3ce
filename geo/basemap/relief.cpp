#include "geo/basemap/relief.hpp"

#include "geo/basemap/files/gdal.hpp"
#include "geo/error.hpp"

#include <array>
#include <mutex>

#include <gdal_frmts.h>

namespace geo {
namespace {

constexpr int max_side_px = 16384;

} // namespace

Relief read_relief(const std::filesystem::path& jpeg) {
    static std::once_flag registered;
    std::call_once(registered, [] { GDALRegister_JPEG(); });

    const QuietErrors quiet;
    constexpr std::array<const char*, 2> drivers{"JPEG", nullptr};
    constexpr std::array<const char*, 1> no_siblings{nullptr};
    const DatasetPtr dataset{GDALOpenEx(jpeg.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                        drivers.data(), nullptr, no_siblings.data())};
    if (!dataset) throw ReadError{jpeg.string() + ": " + CPLGetLastErrorMsg()};

    Relief relief{GDALGetRasterXSize(dataset.get()), GDALGetRasterYSize(dataset.get()), {}};
    if (GDALGetRasterCount(dataset.get()) != 3 || relief.width > max_side_px || relief.height > max_side_px)
        throw ReadError{jpeg.string() + ": is not a colour image of at most 16384 x 16384 pixels"};
    const auto width = static_cast<std::size_t>(relief.width);
    relief.rgb.resize(width * static_cast<std::size_t>(relief.height) * 3);
    std::array<int, 3> bands{1, 2, 3};
    const CPLErr status = GDALDatasetRasterIOEx(dataset.get(), GF_Read, 0, 0, relief.width, relief.height,
                                                relief.rgb.data(), relief.width, relief.height, GDT_Byte, 3,
                                                bands.data(), 3, 3 * static_cast<GSpacing>(width), 1, nullptr);
    if (status != CE_None) throw ReadError{jpeg.string() + ": " + CPLGetLastErrorMsg()};
    return relief;
}

} // namespace geo
