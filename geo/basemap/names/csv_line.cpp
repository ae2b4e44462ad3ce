#include "geo/basemap/names/csv_line.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <fstream>

namespace geo {

std::vector<std::string> csv_fields(std::string_view line) {
    std::vector<std::string> fields;
    fields.reserve(static_cast<std::size_t>(std::count(line.begin(), line.end(), ',')) + 1);
    if (line.find('"') == std::string_view::npos) {
        for (std::size_t from = 0; from <= line.size();) {
            const std::size_t end = std::min(line.find(',', from), line.size());
            fields.emplace_back(line.substr(from, end - from));
            from = end + 1;
        }
        return fields;
    }
    fields.emplace_back();
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            fields.back().push_back('"');
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else {
            fields.back().push_back(c);
        }
    }
    return fields;
}

void read_table(const std::filesystem::path& csv, std::string_view header,
                const std::function<void(std::vector<std::string>, const std::string&)>& take) {
    std::ifstream file{csv, std::ios::binary};
    if (!file) throw ReadError{csv.string() + ": cannot be opened"};
    std::string line;
    int number = 1;
    for (; std::getline(file, line); ++number) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const std::string where = csv.string() + ":" + std::to_string(number);
        if (number == 1) {
            if (line != header) throw ReadError{where + ": the columns must be " + std::string{header}};
        } else if (!line.empty()) {
            take(csv_fields(line), where);
        }
    }
    if (file.bad()) throw ReadError{csv.string() + ": cannot be read"};
    if (number == 1) throw ReadError{csv.string() + ":1: the columns must be " + std::string{header}};
}

} // namespace geo
