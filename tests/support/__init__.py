"""What several tests, and the benchmarks, share: imported as `tests.support.NAME`."""
