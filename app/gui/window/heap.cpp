#include "app/gui/window/heap.hpp"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace app {

void return_freed_blocks() noexcept {
#ifdef __GLIBC__
    constexpr int large = 256 * 1024; // bytes; setting it stops glibc from raising it up to 32 MB
    constexpr int heaps = 2;
    ::mallopt(M_MMAP_THRESHOLD, large);
    ::mallopt(M_ARENA_MAX, heaps);
#endif
}

} // namespace app
