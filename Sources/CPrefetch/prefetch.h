/// Begins to fetch what stands at an address from memory, and does not wait for it.
///
/// Any address will do; nothing is read of one that is not the program's.
static inline __attribute__((always_inline)) void prefetch(const void *address) {
  __builtin_prefetch(address);
}
