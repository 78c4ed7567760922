import asyncio
import time

if __name__ == "__main__":
    begin = time.perf_counter()
    asyncio.run(main())
    print(f"all done after {time.perf_counter() - begin:.2f} s")
