#include "assets/formats/registry/read_spreadsheet.hpp"

#include "assets/formats/scenario/read_scenario.hpp"
#include "assets/formats/sheets/read_sheets.hpp"
#include "assets/model/values/codes.hpp"

namespace assets {
namespace {

LoadResult refused(const std::filesystem::path& path, std::string_view code, std::string sentence) {
    LoadResult result;
    result.findings.push_back({.severity = Severity::Error,
                               .code = std::string{code},
                               .file = path.filename().generic_string(),
                               .line = 0,
                               .field = {},
                               .message = std::move(sentence),
                               .subject = {},
                               .from = {}});
    return result;
}

} // namespace

LoadResult read_spreadsheet(const std::filesystem::path& path, const ReadOptions& options) {
    WorkbookReader reader;
    bool is_sound = true;
    geo::HelperOutcome outcome;
    try {
        outcome = geo::run_in_helper(
            options.helper, {.reader = std::string{sheet_reader}, .file = path},
            [&](std::string_view record) { is_sound = is_sound && reader.take(record); }, options.control.get());
    } catch (const geo::ReadError& error) {
        throw UnreadableError{error.what()};
    }
    switch (outcome.end) {
    case geo::HelperEnd::Stopped:
        throw UnreadableError{path.string() + ": " + outcome.sentence};
    case geo::HelperEnd::Refused:
    case geo::HelperEnd::Died:
        return refused(path, outcome.code, std::move(outcome.sentence));
    case geo::HelperEnd::Done:
        break;
    }
    if (!is_sound) return refused(path, code::syntax, "is damaged: a text in it is not UTF-8");
    return read_workbook(path, reader.take_workbook(), options.atlas, schema(), options.missing_characters);
}

} // namespace assets
