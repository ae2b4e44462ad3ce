#include "tests/assets/formats/sheets/zip.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace sheets_test {
namespace {

std::uint32_t crc_of(std::string_view bytes) {
    static const auto table = [] {
        std::array<std::uint32_t, 256> values{};
        for (std::uint32_t i = 0; i < values.size(); ++i) {
            values[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                values[i] = (values[i] & 1U) != 0 ? (values[i] >> 1U) ^ 0xEDB88320U : values[i] >> 1U;
        }
        return values;
    }();
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
    return ~crc;
}

void put(std::string& out, std::size_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

/// What the two headers of a member have in common.
std::string common_part(const std::string& name, const std::string& bytes) {
    std::string out;
    put(out, 20, 2); // version
    put(out, 0, 2);
    put(out, 0, 2);      // stored
    put(out, 0, 2);      // time
    put(out, 0x5821, 2); // 1 January 2024
    put(out, crc_of(bytes), 4);
    put(out, bytes.size(), 4);
    put(out, bytes.size(), 4);
    put(out, name.size(), 2);
    put(out, 0, 2);
    return out;
}

constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
    std::string text{"<Relationship Id=\""};
    text.append(id).append("\" Type=\"").append(relations).append(type).append("\" Target=\"");
    return text.append(target).append("\"/>");
}

} // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string out, directory;
    for (const auto& [name, bytes] : members) {
        directory += "PK\x01\x02";
        put(directory, 20, 2);
        directory += common_part(name, bytes);
        put(directory, 0, 2 + 2 + 2); // comment, disk, attributes
        put(directory, 0, 4);
        put(directory, out.size(), 4);
        directory += name;
        out += "PK\x03\x04" + common_part(name, bytes) + name + bytes;
    }
    const std::size_t begin = out.size();
    out += directory + "PK\x05\x06";
    put(out, 0, 4);
    put(out, members.size(), 2);
    put(out, members.size(), 2);
    put(out, directory.size(), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

std::string xlsx_of(const std::string& worksheet, const std::string& strings, const std::string& styles) {
    return zip_of(
        {{"[Content_Types].xml", "<Types/>"},
         {"xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels", "<Relationships>" + relationship("r1", "worksheet", "sheet.xml") +
                                            relationship("r2", "sharedStrings", "strings.xml") +
                                            relationship("r3", "styles", "styles.xml") + "</Relationships>"},
         {"xl/sheet.xml", worksheet},
         {"xl/strings.xml", strings},
         {"xl/styles.xml", styles}});
}

std::string ods_of(const std::string& content) {
    return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}});
}

} // namespace sheets_test
