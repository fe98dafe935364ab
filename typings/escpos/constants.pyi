HW_INIT: bytes
CD_KICK_2: bytes
RT_STATUS: bytes
RT_STATUS_PAPER: bytes
