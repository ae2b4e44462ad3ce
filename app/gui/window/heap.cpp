#include "app/gui/window/heap.hpp"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace app {

void give_large_blocks_back() noexcept {
#ifdef __GLIBC__
    constexpr int large = 256 * 1024; // bytes; fixed, or glibc raises it up to 32 MB by itself
    constexpr int heaps = 2;
    ::mallopt(M_MMAP_THRESHOLD, large);
    ::mallopt(M_ARENA_MAX, heaps);
#endif
}

} // namespace app
