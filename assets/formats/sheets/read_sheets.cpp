#include "assets/formats/sheets/read_sheets.hpp"

#include "assets/formats/sheets/cells/archive.hpp"
#include "assets/formats/sheets/ods.hpp"
#include "assets/formats/sheets/xlsx.hpp"
#include "assets/model/values/codes.hpp"

namespace assets {

void read_sheets(std::string_view bytes, const SheetSink& sink) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        throw SheetError{code::syntax,
                         "is in the old .xls format or has a password; save it as .xlsx without a password"};
    sink.progress(0);
    Archive archive{bytes};
    SheetWriter writer{sink};
    if (archive.has("content.xml"))
        read_ods(archive, writer);
    else if (archive.has("[Content_Types].xml"))
        read_xlsx(archive, writer);
    else
        throw SheetError{code::syntax, "is not a spreadsheet: its archive has neither sheets of .xlsx nor of .ods"};
}

void read_sheets(std::string_view bytes, geo::FrameWriter& out) {
    const SheetSink sink{[&](std::string_view record) { out.write(geo::FrameKind::Record, record); },
                         [&](int percent) {
                             out.progress(percent);
                         }};
    read_sheets(bytes, sink);
}

} // namespace assets
