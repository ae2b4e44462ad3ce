#include "assets/feeds/any/make_decoder.hpp"

namespace assets {

std::unique_ptr<FeedDecoder> make_decoder(FeedKind kind, std::optional<double> sbs_utc_offset_h) {
    switch (kind) {
    case FeedKind::Ais:
        return make_ais_decoder();
    case FeedKind::Cot:
        return make_cot_decoder();
    case FeedKind::Sbs:
        break;
    }
    return make_sbs_decoder(sbs_utc_offset_h);
}

} // namespace assets
