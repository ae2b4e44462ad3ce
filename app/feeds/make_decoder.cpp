#include "app/feeds/make_decoder.hpp"

namespace app {

std::unique_ptr<assets::FeedDecoder> make_decoder(FeedKind kind, std::optional<double> sbs_utc_offset_h) {
    switch (kind) {
    case FeedKind::Ais:
        return assets::make_ais_decoder();
    case FeedKind::Cot:
        return assets::make_cot_decoder();
    case FeedKind::Sbs:
        break;
    }
    return assets::make_sbs_decoder(sbs_utc_offset_h);
}

} // namespace app
