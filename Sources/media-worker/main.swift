import Glibc
import MediaWorker

exit(MediaWorkerProgram.run())
