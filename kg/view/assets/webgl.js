const webglPainter = null;
const webglAvailable = () => false;
