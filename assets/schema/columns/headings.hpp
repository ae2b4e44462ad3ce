#pragma once

#include <array>
#include <string_view>

/// Headings that several files share besides the names of their columns.
namespace assets::columns {

// Aliases that several files share: the headers of spreadsheets, AIS extracts (MarineCadastre) and web exports.
using Header = std::string_view;
inline constexpr std::array asset_headers{Header{"ship"}, Header{"vessel"}, Header{"unit"}, Header{"asset_id"},
                                          Header{"unit_id"}};
inline constexpr std::array from_headers{Header{"time"},
                                         Header{"timestamp"},
                                         Header{"datetime"},
                                         Header{"date_time"},
                                         Header{"basedatetime"},
                                         Header{"base_date_time"},
                                         Header{"date"},
                                         Header{"start"},
                                         Header{"begin"},
                                         Header{"utc"},
                                         Header{"start_time"},
                                         Header{"start_date"},
                                         Header{"from_date"},
                                         Header{"dtg"},
                                         Header{"date/time"},
                                         Header{"time_stamp"},
                                         Header{"t"},
                                         Header{"ts"},
                                         Header{"dt"},
                                         Header{"msgtime"},
                                         Header{"last_seen"},
                                         Header{"observed"},
                                         Header{"seen"},
                                         Header{"report_date"},
                                         Header{"reported"},
                                         Header{"as_of"},
                                         Header{"日付"},
                                         Header{"日時"},
                                         Header{"日期"},
                                         Header{"날짜"},
                                         Header{"일시"}};
inline constexpr std::array to_headers{Header{"end"}, Header{"until"}, Header{"end_date"}, Header{"to_date"}};
// A date and its clock in two columns.
inline constexpr std::array from_dates{Header{"date"}, Header{"day"},  Header{"start_date"}, Header{"from_date"},
                                       Header{"日付"}, Header{"日期"}, Header{"날짜"}};
inline constexpr std::array from_clocks{Header{"time"},       Header{"clock"},     Header{"hour"},
                                        Header{"start_time"}, Header{"from_time"}, Header{"time_of_day"},
                                        Header{"時刻"},       Header{"时间"},      Header{"시각"}};
inline constexpr std::array to_dates{Header{"end_date"}, Header{"to_date"}};
inline constexpr std::array to_clocks{Header{"end_time"}, Header{"to_time"}};
inline constexpr std::array lon_headers{Header{"longitude"}, Header{"lng"},           Header{"long"},
                                        Header{"x"},         Header{"lon_(deg)"},     Header{"longitude_(deg)"},
                                        Header{"lon_deg"},   Header{"longitude_deg"}, Header{"経度"},
                                        Header{"经度"},      Header{"경도"}};
inline constexpr std::array lat_headers{Header{"latitude"},       Header{"y"},       Header{"lat_(deg)"},
                                        Header{"latitude_(deg)"}, Header{"lat_deg"}, Header{"latitude_deg"},
                                        Header{"緯度"},           Header{"纬度"},    Header{"위도"}};
inline constexpr std::array position_headers{
    Header{"coordinates"}, Header{"coordinate"}, Header{"coords"},   Header{"lat_lon"},       Header{"latlon"},
    Header{"lat/lon"},     Header{"lat_long"},   Header{"lat/long"}, Header{"latlong"},       Header{"mgrs"},
    Header{"utm"},         Header{"grid"},       Header{"grid_ref"}, Header{"grid_reference"}};
inline constexpr std::array outline_headers{Header{"wkt"},      Header{"geometry"}, Header{"geom"}, Header{"the_geom"},
                                            Header{"wkt_geom"}, Header{"polygon"},  Header{"ring"}, Header{"boundary"}};
inline constexpr std::array centre_headers{Header{"centre"}, Header{"center"}, Header{"mgrs"}, Header{"utm"}};
inline constexpr std::array name_headers{Header{"vesselname"}, Header{"vessel_name"}, Header{"ship_name"},
                                         Header{"shipname"},   Header{"艦名"},        Header{"船名"},
                                         Header{"舰名"},       Header{"함명"},        Header{"선명"}};
inline constexpr std::array icao_headers{Header{"hex"}, Header{"icao24"}};
inline constexpr std::array radius_headers{Header{"radius"}};
inline constexpr std::array place_headers{Header{"place_name"}, Header{"location"}, Header{"場所"}, Header{"地点"},
                                          Header{"장소"}};
inline constexpr std::array sources_headers{Header{"source"}};
inline constexpr std::array note_headers{Header{"comment"}, Header{"notes"}, Header{"remark"}, Header{"remarks"},
                                         Header{"備考"},    Header{"备注"},  Header{"비고"}};
inline constexpr std::array aliases_headers{Header{"alias"}};

} // namespace assets::columns
